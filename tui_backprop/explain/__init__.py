"""Floor 3: numbers into reasons, free of any language and of any screen."""
