package io.meridian.local.cli;

import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.House;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}: which stack is meant. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "folder of the stack's data (default: $MERIDIAN_DATA, or .meridian in the repository)")
  private @Nullable Path data;

  /** The option as it was given, to be said again in a line to copy; empty when it was not. */
  String again() {
    return data == null ? "" : " --data " + folder().root();
  }

  DataFolder folder() {
    Path given = data;
    if (given != null) {
      return new DataFolder(given);
    }
    String named = System.getenv("MERIDIAN_DATA");
    return new DataFolder(
        named == null || named.isBlank()
            ? House.find().root().resolve(".meridian")
            : Path.of(named));
  }
}
