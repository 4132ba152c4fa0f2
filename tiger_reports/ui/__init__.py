"""Pages' machinery: router, frame, state, blocks that draw one value, charts, and the web edge."""
