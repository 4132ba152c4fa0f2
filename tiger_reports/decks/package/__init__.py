"""What a clean .pptx needs, checked on its bytes: PowerPoint repairs or refuses files that others open in silence."""
