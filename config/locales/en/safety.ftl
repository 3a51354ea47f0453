### Texts of safety.
