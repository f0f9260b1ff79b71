package io.meridian.handoff.calendar.application.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.application.feed.LeaveImport.Answer;
import io.meridian.handoff.calendar.application.feed.LeaveImport.Outcome;
import io.meridian.rest.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as people have them, and what becomes of them on bad wires; every run the same. */
class LeaveImportFuzzTest {

  private static final int EVENTS = 6;
  private static final int MUTANTS = 150;

  @ParameterizedTest
  @EnumSource(PublicFiles.class)
  void a_whole_file_is_taken_and_taken_again_changes_nothing(PublicFiles shape) {
    for (int seed = 0; seed < 10; seed++) {
      byte[] file = octets(shape.parts(new Random(seed), EVENTS));
      ImportedCalendar calendar = new ImportedCalendar("Europe/London");
      assertThat(calendar.outcomes(file)).as(shape + " " + seed).containsOnly(Outcome.CREATED);
      assertThat(calendar.leaves()).hasSizeGreaterThanOrEqualTo(EVENTS);
      assertThat(calendar.outcomes(file)).as(shape + " " + seed).containsOnly(Outcome.UNCHANGED);
    }
  }

  @ParameterizedTest
  @EnumSource(PublicFiles.class)
  void a_file_that_is_cut_anywhere_is_refused_whole(PublicFiles shape) {
    byte[] file = octets(shape.parts(new Random(1), EVENTS));
    ImportedCalendar calendar = new ImportedCalendar("Europe/London");
    int complete = file.length - "\r\n".length();
    for (int length = 0; length < complete; length++) {
      try {
        assertThat(calendar.take(Arrays.copyOf(file, length), null))
            .as("cut at " + length)
            .isEmpty();
      } catch (Problem e) {
        assertThat(e.code()).isEqualTo("incomplete");
      }
    }
    assertThat(calendar.leaves()).isEmpty();
    assertThat(calendar.outcomes(Arrays.copyOf(file, complete))).containsOnly(Outcome.CREATED);
  }

  @ParameterizedTest
  @EnumSource(PublicFiles.class)
  void what_is_wrong_in_one_event_harms_no_other(PublicFiles shape) {
    List<String> parts = shape.parts(new Random(2), EVENTS);
    List<Answer> whole = new ImportedCalendar("Europe/London").take(octets(parts), null);
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      int hit = random.nextInt(EVENTS);
      List<byte[]> mutant = new ArrayList<>();
      for (int part = 0; part < parts.size(); part++) {
        byte[] octets = octets(List.of(parts.get(part)));
        mutant.add(part == hit + 1 ? mutate(octets, 1, octets.length - 2, random) : octets);
      }
      ImportedCalendar calendar = new ImportedCalendar("Europe/London");
      byte[] file = join(mutant);
      List<Answer> answers = calendar.take(file, null);
      assertThat(answers).as("seed " + seed).hasSizeBetween(EVENTS, EVENTS + 1);
      for (int n = 0; n < EVENTS; n++) {
        assertThat(n == hit || answers.contains(whole.get(n)))
            .as("seed " + seed + " event " + n)
            .isTrue();
      }
      assertThat(calendar.outcomes(file))
          .as("seed " + seed)
          .containsAnyOf(Outcome.UNCHANGED)
          .doesNotContain(Outcome.CREATED, Outcome.UPDATED, Outcome.REMOVED);
    }
  }

  @ParameterizedTest
  @EnumSource(PublicFiles.class)
  void whatever_comes_is_answered_and_changes_nothing_when_it_comes_again(PublicFiles shape) {
    byte[] whole = octets(shape.parts(new Random(3), EVENTS));
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      byte[] file = whole;
      for (int i = 0; i <= random.nextInt(8); i++) {
        file = mutate(file, 0, file.length, random);
      }
      ImportedCalendar calendar = new ImportedCalendar("Europe/London");
      try {
        calendar.take(file, null);
      } catch (Problem e) {
        assertThat(e.status()).as("seed " + seed).isEqualTo(422);
        continue;
      }
      assertThat(calendar.outcomes(file))
          .as("seed " + seed)
          .doesNotContain(Outcome.CREATED, Outcome.UPDATED, Outcome.REMOVED);
    }
  }

  /** Changes, takes out, puts in or repeats some octets of a stretch. */
  private static byte[] mutate(byte[] octets, int from, int to, Random random) {
    int at = from + random.nextInt(Math.max(1, to - from));
    int length = Math.min(1 + random.nextInt(12), to - at);
    byte[] before = Arrays.copyOf(octets, at);
    byte[] after = Arrays.copyOfRange(octets, at, octets.length);
    byte[] rest = Arrays.copyOfRange(octets, at + length, octets.length);
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return switch (random.nextInt(5)) {
      case 0 -> join(List.of(before, noise, rest));
      case 1 -> join(List.of(before, rest));
      case 2 -> join(List.of(before, noise, after));
      case 3 -> join(List.of(before, Arrays.copyOf(after, length), after));
      default -> join(List.of(before, digits(length, random), rest));
    };
  }

  private static byte[] digits(int length, Random random) {
    byte[] digits = new byte[length];
    for (int i = 0; i < length; i++) {
      digits[i] = (byte) "0123456789T:;,=-PDZ".charAt(random.nextInt(19));
    }
    return digits;
  }

  private static byte[] octets(List<String> parts) {
    return String.join("", parts).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
