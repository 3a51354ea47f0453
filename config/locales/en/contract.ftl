### Texts of contract.

label-agreed = Agreed
contract-title = Contract #{ $code }: { $title }
contract-see = See the contract
contract-next-client = Write to the freelancer to agree on the first step.
contract-next-freelancer = Write to the client to agree on the first step.
contract-money = Paid outside Guildhall; both sides confirm.
contracts-title = { $count ->
    [0] Your contracts
    [one] Your contract
   *[other] Your { $count } contracts
}
contracts-none = You have no contract yet. One begins when a proposal is accepted.
