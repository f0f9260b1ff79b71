package io.meridian.local.cli;

import io.meridian.local.calendar.RemoteCalendar;
import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code --url} and {@code --token}: whose calendar; the local stack's when neither is given. The
 * local stack's own tokens are for the local stack: nobody else is shown one.
 */
final class CalendarTarget {

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "front door (default: the local stack's)")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "a manager's (default: $MERIDIAN_TOKEN, or, without --url, one for the local stack)")
  private @Nullable String token;

  RemoteCalendar calendar() throws IOException {
    Optional<String> given =
        Optional.ofNullable(token == null ? System.getenv("MERIDIAN_TOKEN") : token)
            .filter(Predicate.not(String::isBlank));
    if (url != null) {
      String bearer =
          given.orElseThrow(
              () ->
                  new ParameterException(
                      spec.commandLine(), "--url needs --token or $MERIDIAN_TOKEN as well"));
      return new RemoteCalendar(Api.at(url.replaceAll("/+$", ""), bearer));
    }
    StackView stack = new StackView(data.folder());
    stack.requireRunning();
    SigningKey key = SigningKey.in(data.folder().root());
    return new RemoteCalendar(
        Api.at(stack.url(), given.isPresent() ? given.get() : LocalTokens.of(key).manager()));
  }
}
