"""What a clean .pptx needs, checked on its bytes: PowerPoint refuses what others open in silence."""
