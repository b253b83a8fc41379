-- Keys are looked up in what the entries of a programme add up to, never here; the index cost an approval of a hundred
-- thousand merchants a third of its time.
drop index base.ledger_entry_key;
