package io.meridian.handoff.watch.store;

import io.meridian.handoff.watch.domain.Note;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A note as the table holds it. */
@Entity
@Table(name = "shift_change_note")
class NoteRow {
  @Id UUID shiftChangeId;
  String text;
  String writtenBy;
  Instant writtenAt;
  long version;

  @SuppressWarnings("NullAway.Init")
  NoteRow() {}

  static NoteRow of(Note note) {
    NoteRow row = new NoteRow();
    row.shiftChangeId = note.shiftChangeId();
    row.write(note);
    return row;
  }

  void write(Note note) {
    text = note.text();
    writtenBy = note.by();
    writtenAt = note.at();
    version = note.version();
  }

  Note toDomain() {
    return new Note(shiftChangeId, text, writtenBy, writtenAt, version);
  }
}
