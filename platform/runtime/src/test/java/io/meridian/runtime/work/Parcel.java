package io.meridian.runtime.work;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** Something with an identity, of which a session takes care. */
@Entity(name = "Parcel")
class Parcel {
  @Id UUID id;

  @Column(nullable = false)
  String label;

  @Version int version;

  /** For Hibernate. */
  Parcel() {}

  Parcel(UUID id, String label) {
    this.id = id;
    this.label = label;
  }
}
