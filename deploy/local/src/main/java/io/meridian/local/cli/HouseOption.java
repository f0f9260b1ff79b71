package io.meridian.local.cli;

import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code --url} and {@code --token}: which house is meant, and who asks. The local stack's own
 * tokens are for the local stack: nobody else is shown one.
 */
final class HouseOption {

  @Spec(Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "front door (default: $MERIDIAN_URL, or the local stack's)")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "bearer token (default: $MERIDIAN_TOKEN, or, without a URL, one for the local stack)")
  private @Nullable String token;

  DataFolder folder() {
    return data.folder();
  }

  /**
   * The house's interface.
   *
   * @param role whose token is made where none was given
   */
  Api api(Function<LocalTokens, String> role) throws IOException {
    String bearer = firstOf(token, "MERIDIAN_TOKEN");
    return Api.at(door(), bearer == null ? role.apply(tokens()) : bearer);
  }

  /** The front door, without a slash at the end. */
  String door() {
    String named = named();
    if (named != null) {
      return named.replaceAll("/+$", "");
    }
    StackView view = new StackView(folder());
    view.requireRunning();
    return view.url();
  }

  /** Makes tokens that the house believes. */
  LocalTokens tokens() throws IOException {
    if (named() != null && !HouseKey.isNamed()) {
      throw new ParameterException(
          spec.commandLine(), "--url needs --token or $MERIDIAN_TOKEN as well");
    }
    return HouseKey.tokens(folder());
  }

  private @Nullable String named() {
    return firstOf(url, "MERIDIAN_URL");
  }

  private static @Nullable String firstOf(@Nullable String option, String variable) {
    String given = option == null ? System.getenv(variable) : option;
    return given == null || given.isBlank() ? null : given;
  }
}
