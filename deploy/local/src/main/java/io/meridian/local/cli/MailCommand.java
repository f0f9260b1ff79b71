package io.meridian.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.local.mail.MailFolder;
import io.meridian.local.mail.ReceivedMail;
import io.meridian.local.stack.StackRefusal;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "mail",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the mails that the stack's own mail server has taken, the newest last, or shows one.",
      "They are files in the data folder, and stay when the stack stops."
    })
final class MailCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "shows this mail")
  private @Nullable Long number;

  @Option(names = "--to", paramLabel = "TAM", description = "only to this TAM, by id or address")
  private @Nullable String to;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many of the newest are listed (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(names = "--json", description = "as JSON, with their texts")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    List<ReceivedMail> mails = mails();
    if (json) {
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(mails));
    } else if (number != null) {
      mails.forEach(mail -> show(mail, out));
    } else {
      list(mails, out);
    }
    return 0;
  }

  private List<ReceivedMail> mails() {
    MailFolder folder = new MailFolder(data.folder().mail());
    Long one = number;
    if (one != null) {
      return List.of(
          folder.mail(one).orElseThrow(() -> new StackRefusal("there is no mail " + one)));
    }
    String tam = to;
    List<ReceivedMail> all =
        folder.mails().stream().filter(mail -> tam == null || mail.isTo(tam)).toList();
    return all.subList(Math.max(0, all.size() - Math.max(0, limit)), all.size());
  }

  private static void list(List<ReceivedMail> mails, PrintWriter out) {
    if (mails.isEmpty()) {
      out.println("No mail.");
      return;
    }
    out.printf("  %6s  %-20s  %-24s  %s%n", "number", "date", "to", "subject");
    for (ReceivedMail mail : mails) {
      out.printf(
          "  %6d  %-20s  %-24s  %s%n", mail.number(), mail.date(), mail.to(), mail.subject());
    }
    out.printf("%n  ./meridian mail NUMBER shows one.%n");
  }

  private static void show(ReceivedMail mail, PrintWriter out) {
    out.printf(
        "To: %s%nDate: %s%nSubject: %s%n%n%s%n",
        mail.to(), mail.date(), mail.subject(), mail.text());
  }
}
