"""One module for each command: ``configure(parser, lang)`` adds its arguments, ``run(options)`` does the work."""
