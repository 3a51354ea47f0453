### Texts of request.
