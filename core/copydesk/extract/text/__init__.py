"""Text renderings: lines that become paragraphs, headline and comments."""
