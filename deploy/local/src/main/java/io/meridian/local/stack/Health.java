package io.meridian.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service whether it serves. */
final class Health {

  private static final int ANSWER_MILLIS_MAX = 2_000;

  private Health() {}

  /**
   * @param port for management
   */
  static boolean isReady(int port) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS_MAX);
      connection.setReadTimeout(ANSWER_MILLIS_MAX);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
