### Texts of dashboard.
