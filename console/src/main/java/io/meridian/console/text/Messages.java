package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the frame, the login and the labels of time say, in English; other languages follow it. */
@MessageBundle
public interface Messages {

  // --- frame ---

  @Message("My shift")
  String shift();

  @Message("Escalations")
  String escalations();

  @Message("Calendar")
  String calendar();

  @Message("Coverage")
  String coverage();

  @Message("Board")
  String board();

  @Message("Messages")
  String notifications();

  @Message("Customers")
  String customers();

  @Message("Integrations")
  String integrations();

  @Message("Me")
  String me();

  @Message("More")
  String more();

  @Message("Main menu")
  String menu();

  @Message("Skip to what matters")
  String skip();

  @Message("Log out")
  String logout();

  @Message("Log in")
  String login();

  @Message("Light")
  String light();

  @Message("Dark")
  String dark();

  @Message("As the system")
  String system();

  @Message("Colours")
  String colours();

  @Message("Keys on this page")
  String keys();

  @Message("Home")
  String home();

  @Message("Sending…")
  String sending();

  @Message("Changed at")
  String changed();

  @Message("Show")
  String show();

  @Message("live")
  String live();

  @Message("What others do is seen here as it happens.")
  String liveMeans();

  @Message("Not live since")
  String notLiveSince();

  @Message("Below is what was known at")
  String lastKnown();

  @Message("The service behind this list does not answer. Try again in a moment.")
  String listSilent();

  @Message("There is none.")
  String listEmpty();

  @Message("These are the first; the others are in the API.")
  String listMore();

  // --- login ---

  @Message("Who are you?")
  String whoAreYou();

  @Message("This house is a local one: choose anybody.")
  String chooseAnybody();

  @Message("No login is configured here. Set an OpenID provider (quarkus.oidc.auth-server-url).")
  String noLogin();

  @Message("handoff-service does not answer, so the roster is not shown. Try again in a moment.")
  String rosterMissing();

  @Message("on duty, {tier}")
  String onDutyAs(String tier);

  @Message(
      "{#switch tier}{#case 'PRIMARY'}primary{#case 'SECONDARY'}secondary{#case}shadow{/switch}")
  String tier(String tier);

  @Message("{#if count == 1}1 coming to them{#else}{count} coming to them{/if}")
  String comingToThem(long count);

  @Message("Mia, manager")
  String managerMia();

  @Message("Ada, administrator")
  String adminAda();

  @Message("reads everything, assigns")
  String readsAll();

  @Message("Una, observer")
  String observerUna();

  @Message("follows what concerns her")
  String follows();

  @Message("Ole, auditor")
  String auditorOle();

  @Message("reads everything, evidence included")
  String audits();

  @Message("integrations, dead letters; no business")
  String configures();

  @Message("This link has been used, or is too old")
  String linkGone();

  @Message("It works once, for a minute. ./meridian login --as ID prints another.")
  String linkGoneWhy();

  // --- errors ---

  @Message("There is nothing here")
  String notFound();

  @Message("It was never here, or is gone, or is none of what you may see.")
  String notFoundWhy();

  @Message("That was refused")
  String refused();

  @Message("What was sent cannot be read.")
  String refusedWhy();

  @Message("That is not yours to see")
  String forbidden();

  @Message("Your role does not include it. Whoever gave you the role can change it.")
  String forbiddenWhy();

  @Message("No answer")
  String noAnswer();

  @Message(
      "The service behind this page does not answer. What you did last may or may not have been done: look before you repeat it.")
  String noAnswerWhy();

  @Message("Try again")
  String tryAgain();

  @Message("Something broke")
  String broken();

  @Message("It is our fault. The log has it.")
  String brokenWhy();

  @Message("Trace")
  String trace();

  // --- time ---

  @Message("{counted} ({clock})")
  String counted(String counted, String clock);

  @Message(" · {clock} {city}")
  String there(String clock, String city);

  @Message("{here} · {there} {city}")
  String elsewhere(String here, String there, String city);

  @Message("{minutes} min")
  String minutes(long minutes);

  @Message("{hours} h")
  String hours(long hours);

  @Message("{hours} h {minutes} min")
  String hoursAndMinutes(long hours, long minutes);

  @Message("in {duration}")
  String in(String duration);

  @Message("{duration} ago")
  String ago(String duration);

  @Message(" +{days} d")
  String daysLater(long days);

  @Message(" −{days} d")
  String daysEarlier(long days);
}
