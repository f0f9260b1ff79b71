package io.meridian.console.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What Coverage says. */
@MessageBundle("coverage")
public interface CoverageMessages {

  @Message("Coverage")
  String coverage();

  @Message("The next 12 months, by the rules of the calendar and in days of UTC")
  String months();

  @Message(
      "{name} {year}: {#if holes == 0}no hole{#else if holes == 1}1 day with a hole{#else}{holes} days with a hole{/if}")
  String month(String name, int year, long holes);

  @Message("{day}: {uncovered} without a primary, {causes}")
  String day(String day, String uncovered, String causes);

  @Message("{day}: covered")
  String covered(String day);

  @Message(
      "{#if count == 0}No hole in 12 months{#else if count == 1}1 hole{#else}{count} kinds of hole{/if}")
  String holes(int count);

  @Message("{total} in all without a primary")
  String total(String total);

  @Message("{#if often == 1}once{#else}on {often} days in a row, until{/if}")
  String often(int often);

  @Message("agreed")
  String agreed();

  @Message(
      "{#switch cause}{#case 'CLOCK_CHANGE'}clock change: one region changes its clocks, the next does not{#case 'HOLIDAY'}public holiday{#case 'EMPTY_SHIFT'}nobody holds the shift{#case 'NO_SHIFT'}no shift is planned then{#case}{cause}{/switch}")
  String cause(String cause);

  @Message("Time zones as of tzdb")
  String tzdb();

  @Message("handoff-service does not answer, so nothing is known of the calendar right now.")
  String silent();

  @Message("none, up to 2 h, up to 8 h, more")
  String legend();

  @Message("Agreed holes")
  String agreements();

  @Message(
      "A hole that is meant, as over Christmas, is agreed to: it alarms nobody and is counted apart. An escalation that is unattended in it has a gap all the same.")
  String agreementsAre();

  @Message("Agree to it…")
  String agreementSheet();

  @Message("Show which holes lie in it")
  String agreementPreview();

  @Message("Nothing is agreed to yet. Later holes in this time would be agreed to as well.")
  String notAgreedYet();

  @Message(
      "{#if count == 0}No hole lies in it now.{#else if count == 1}This hole would be agreed to{#else}{count} kinds of hole would be agreed to{/if}")
  String holesIn(int count);

  @Message("Why may nobody be on duty then?")
  String agreementWhy();

  @Message("Agree")
  String agree();

  @Message("It is agreed to, from now on.")
  String agreementMade();

  @Message(
      "{#if count == 0}Nothing is agreed to.{#else if count == 1}1 agreement{#else}{count} agreements{/if}")
  String agreementsNow(int count);

  @Message("End it")
  String agreementEnd();

  @Message("It counts no longer.")
  String agreementEnded();
}
