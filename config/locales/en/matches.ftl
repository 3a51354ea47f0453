### Texts of matches.
