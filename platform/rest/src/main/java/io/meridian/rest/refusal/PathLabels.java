package io.meridian.rest.refusal;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Figures of requests are kept by the templates of paths, never by the paths: some hold a secret
 * (calendar feeds), and whoever asks for nonsense must not make figures without end. What was
 * refused before it came to a resource counts as {@code OTHER}.
 */
class PathLabels {
  private static final String REQUESTS = "http.server.";

  /** What we ask of others: addresses of chat webhooks are secrets. */
  private static final String OWN_REQUESTS = "http.client.";

  private static final String PATH = "uri";
  private static final String OTHER = "OTHER";

  /** Words that the framework puts in the place of a path. */
  private static final Set<String> WORDS = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

  @Produces
  @Singleton
  MeterFilter templatesOnly(ResourceMethods methods) {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        String path = id.getTag(PATH);
        boolean ours = id.getName().startsWith(OWN_REQUESTS);
        return path == null
                || !ours && !id.getName().startsWith(REQUESTS)
                || !ours && isTemplate(path, methods)
            ? id
            : id.replaceTags(
                id.getTags().stream()
                    .map(tag -> tag.getKey().equals(PATH) ? Tag.of(PATH, OTHER) : tag)
                    .toList());
      }
    };
  }

  private static boolean isTemplate(String label, ResourceMethods methods) {
    return WORDS.contains(label)
        || methods.all().stream().anyMatch(offer -> offer.template().equals(label));
  }
}
