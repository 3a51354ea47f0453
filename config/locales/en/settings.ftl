### Texts of settings.
