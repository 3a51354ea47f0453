### Texts of commands.
