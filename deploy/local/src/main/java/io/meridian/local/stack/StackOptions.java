package io.meridian.local.stack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is to be.
 *
 * @param data where everything is kept; two stacks never share it
 * @param ports who listens where
 * @param parts which parts run; services need PostgreSQL and Kafka
 * @param clock another time than the real one, or null
 * @param supervised whether a part that dies is started again
 * @param tuning what its JVMs are tuned for
 * @param settings further settings of single services ({@code -D} properties)
 * @param database PostgreSQL server settings over the house's own
 * @param temporary closed with the stack, or null
 */
public record StackOptions(
    DataFolder data,
    PortPlan ports,
    Set<Part> parts,
    @Nullable ClockSettings clock,
    boolean supervised,
    Tuning tuning,
    Map<Part, Map<String, String>> settings,
    Map<String, String> database,
    @Nullable TemporaryFolder temporary) {

  public StackOptions {
    parts = Set.copyOf(parts);
    settings = Map.copyOf(settings);
    database = Map.copyOf(database);
  }

  /** The whole house at its usual ports in real time, unsupervised. */
  public static StackOptions in(Path data) {
    return new StackOptions(
        new DataFolder(data),
        new PortPlan(0),
        Part.ALL,
        null,
        false,
        Tuning.LOAD,
        Map.of(),
        Map.of(),
        null);
  }

  /** As {@link #in(Path)}, in a folder that goes with the stack. */
  public static StackOptions in(TemporaryFolder folder) {
    StackOptions usual = in(folder.path());
    return new StackOptions(
        usual.data, usual.ports, usual.parts, null, false, Tuning.LOAD, Map.of(), Map.of(), folder);
  }

  public StackOptions at(PortPlan plan) {
    return new StackOptions(
        data, plan, parts, clock, supervised, tuning, settings, database, temporary);
  }

  public StackOptions only(Set<Part> some) {
    return new StackOptions(
        data, ports, some, clock, supervised, tuning, settings, database, temporary);
  }

  public StackOptions on(@Nullable ClockSettings other) {
    return new StackOptions(
        data, ports, parts, other, supervised, tuning, settings, database, temporary);
  }

  /** With parts that are started again when they die. */
  public StackOptions supervise() {
    return new StackOptions(data, ports, parts, clock, true, tuning, settings, database, temporary);
  }

  /** With JVMs tuned for something else than load. */
  public StackOptions tuned(Tuning other) {
    return new StackOptions(
        data, ports, parts, clock, supervised, other, settings, database, temporary);
  }

  /** With one more setting of one service. */
  public StackOptions with(Part service, String name, String value) {
    Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
    all.putAll(settings);
    Map<String, String> own = new TreeMap<>(all.getOrDefault(service, Map.of()));
    own.put(name, value);
    all.put(service, own);
    return new StackOptions(
        data, ports, parts, clock, supervised, tuning, all, database, temporary);
  }

  /** With PostgreSQL server settings over the house's own, e.g. {@code shared_buffers}. */
  public StackOptions withDatabase(Map<String, String> options) {
    return new StackOptions(
        data, ports, parts, clock, supervised, tuning, settings, options, temporary);
  }
}
