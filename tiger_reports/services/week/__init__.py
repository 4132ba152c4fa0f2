"""The rhythm of the week: notes, topics, schedules, contacts, and the board over all clients."""
