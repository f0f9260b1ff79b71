-- What somebody hands over is looked up by who they are, as what they are asked is.
create index handoff_from on handoff (from_tam, boundary);
