package io.meridian.local.stack;

import java.io.IOException;

/** Knows how one part becomes a process, and how it ends well. */
interface PartLauncher {

  Part part();

  /** Whether an earlier start left the part ready to use: databases, topics. */
  default boolean hasData() {
    return false;
  }

  /** Starts the process and returns at once. */
  Process launch() throws IOException;

  /** Whether the process serves; asked again and again until it does. */
  boolean isReady(ProcessHandle process);

  /** Ends the process in order, within half a minute at most. */
  void stop(ProcessHandle process);
}
