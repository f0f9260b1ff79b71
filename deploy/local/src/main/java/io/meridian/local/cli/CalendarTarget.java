package io.meridian.local.cli;

import io.meridian.local.calendar.RemoteCalendar;
import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --url} and {@code --token}: whose calendar; the local stack's when neither is given. */
final class CalendarTarget {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "front door (default: the local stack's)")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "a manager's (default: $MERIDIAN_TOKEN, or one for the local stack)")
  private @Nullable String token;

  RemoteCalendar calendar() throws IOException {
    DataFolder folder = data.folder();
    if (url == null) {
      new StackView(folder).requireRunning();
    }
    String door = url == null ? new StackView(folder).url() : url.replaceAll("/+$", "");
    return new RemoteCalendar(Api.at(door, bearer(folder)));
  }

  private String bearer(DataFolder folder) throws IOException {
    String given = token == null ? System.getenv("MERIDIAN_TOKEN") : token;
    return given == null || given.isBlank()
        ? LocalTokens.of(SigningKey.in(folder.root())).manager()
        : given;
  }
}
