package io.meridian.local.cli;

import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.nio.file.Files;

/** The key that signs the tokens which a house believes. */
final class HouseKey {

  private static final String VARIABLE = "MERIDIAN_JWT_PRIVATE_KEY";

  private HouseKey() {}

  /** Whether the environment names the key, as in a house of containers. */
  static boolean isNamed() {
    String key = System.getenv(VARIABLE);
    return key != null && !key.isBlank();
  }

  /**
   * Tokens signed with the key of {@code $MERIDIAN_JWT_PRIVATE_KEY}, or with the local stack's.
   *
   * @throws StackRefusal when there is neither
   */
  static LocalTokens tokens(DataFolder folder) throws IOException {
    if (isNamed()) {
      return LocalTokens.of(System.getenv(VARIABLE));
    }
    SigningKey own = SigningKey.in(folder.root());
    if (!Files.exists(own.privateKey())) {
      throw new StackRefusal(
          "no stack has been started in " + folder.root() + " yet: run ./meridian up first");
    }
    return LocalTokens.of(own);
  }
}
