"""Speed as ratios inside one run: absolute seconds say more about the machine than about the program."""
