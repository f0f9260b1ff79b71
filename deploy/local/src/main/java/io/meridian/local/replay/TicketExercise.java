package io.meridian.local.replay;

import io.meridian.local.client.Api;
import io.meridian.local.seed.Integration;
import io.meridian.local.seed.Integrations;
import io.meridian.local.stack.LocalStack;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/**
 * A good thousand invented ticket updates through the intake, so that the JVMs of a training stack
 * learn which code is hot, and not only which classes there are.
 */
public final class TicketExercise {

  private static final int TICKETS = 300;
  private static final int UPDATES = 5;
  private static final String HEADER =
      "number,ident_state,sys_mod_count,sys_updated_at,opened_at,resolved_at,closed_at,caller_id,"
          + "assigned_to,assignment_group,category,u_symptom,impact,urgency,priority\n";

  private final LocalStack stack;

  public TicketExercise(LocalStack stack) {
    this.stack = stack;
  }

  /** Sends them all and returns when each has been answered. */
  public void run() throws IOException, InterruptedException {
    Path log = Files.createTempFile("meridian-exercise-", ".csv");
    try {
      write(log);
      Integration integration =
          new Integrations(stack.options().data())
              .ensure("servicenow", "ServiceNow", Api.at(stack.url(), stack.tokens().admin()));
      new Replay(log, stack.url(), integration, Clock.systemUTC()).run();
    } finally {
      Files.delete(log);
    }
  }

  private static void write(Path log) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      out.write(HEADER);
      for (int update = 0; update < UPDATES; update++) {
        for (int ticket = 0; ticket < TICKETS; ticket++) {
          out.write(row(ticket, update));
        }
      }
    }
  }

  private static String row(int ticket, int update) {
    return String.format(
        Locale.ROOT,
        "%07d,%s,%d,1/3/2016 10:%02d,1/3/2016 09:00,?,?,Caller %d,Resolver %d,Group %d,Category %d,"
            + "Symptom %d,2,2,%d%n",
        ticket,
        update == 0 ? "New" : "Active",
        update,
        update,
        ticket % 97,
        update,
        ticket % 7,
        ticket % 31,
        ticket % 53,
        2 + update % 2);
  }
}
