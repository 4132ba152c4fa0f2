"""Small pieces that only a browser can do: an autosaving text, a download, the document's language."""
