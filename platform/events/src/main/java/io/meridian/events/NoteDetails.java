package io.meridian.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a note says besides its text.
 *
 * @param kind null for a plain note
 * @param due of an action, a promise or a deadline
 * @param owner whose action it is: a TAM id or a name
 * @param mood of the customer at a contact
 * @param settles revision of the earlier note that this one settles: the action is done, the
 *     promise kept, the hypothesis ruled out, the risk gone
 */
public record NoteDetails(
    @Nullable NoteKind kind,
    @Nullable Instant due,
    @Nullable String owner,
    @Nullable Mood mood,
    @Nullable Long settles) {}
