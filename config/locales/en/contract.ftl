### Texts of contract.
