### Texts of proposal.
