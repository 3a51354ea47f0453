### Texts of profile.
