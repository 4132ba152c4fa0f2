"""What the browser meets before any page runs: headers, language of the document, downloads."""
