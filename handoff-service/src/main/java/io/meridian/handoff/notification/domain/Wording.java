package io.meridian.handoff.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Messages in words: short, plain, in the reader's own time. */
public final class Wording {
  /** Things named in one message; the others are counted. */
  public static final int LINES_MAX = 10;

  private final LocalTimes times;
  private final String linkBase;

  /**
   * @param zone the reader's
   * @param linkBase where the console is, without a slash at the end
   */
  public Wording(ZoneId zone, Instant now, String linkBase) {
    this.times = new LocalTimes(zone, now);
    this.linkBase = linkBase;
  }

  /**
   * The message about these things.
   *
   * @param bundle the shift change, where the kind has one
   * @param items one or more
   */
  public Message message(NotificationKind kind, UUID bundle, List<MessageItem> items) {
    Topic topic = Topic.of(bundle, items);
    Draft draft = draft(kind, topic);
    StringBuilder text = new StringBuilder(draft.opening()).append('\n');
    topic.all().stream()
        .limit(LINES_MAX)
        .forEach(one -> text.append("- ").append(draft.line().apply(one)).append('\n'));
    if (items.size() > LINES_MAX) {
      text.append("and ").append(items.size() - LINES_MAX).append(" more\n");
    }
    return new Message(draft.subject(), text.toString(), linkBase + draft.path());
  }

  private Draft draft(NotificationKind kind, Topic topic) {
    return switch (kind) {
      case ASSIGNED -> acknowledgements().assigned(topic);
      case RAISED -> acknowledgements().raised(topic);
      case PASSED_ON -> acknowledgements().passedOn(topic);
      case UNACKNOWLEDGED -> acknowledgements().unacknowledged(topic);
      case PREPARE -> new BriefingWords(times).prepare(topic);
      case INCOMPLETE -> new BriefingWords(times).incomplete(topic);
      case INCOMING -> new OfferWords(times).incoming(topic);
      case WATCH -> new WatchWords(times).added(topic);
      case WATCH_UNCONFIRMED -> new WatchWords(times).unconfirmed(topic);
      case OFFERED -> new OfferWords(times).offered(topic);
      case REMINDER -> new OfferWords(times).reminder(topic);
      case DECLINED -> new OfferWords(times).declined(topic);
      case UNACCEPTED -> new OfferWords(times).unaccepted(topic);
      case QUERIED -> new QueryWords(times).query(topic);
      case ANSWERED -> new QueryWords(times).answer(topic);
      case READ_BACK -> TakeoverWords.readBack(topic);
      case ACTION_LEFT -> TakeoverWords.actionLeft(topic);
      case GAP_OPENED -> new GapWords(times).opened(topic);
      case GAP_CLOSED -> new GapWords(times).closed(topic);
      case COVERAGE_ALARM -> new CoverageWords(times).alarm(topic);
      case UNREACHABLE -> new ReadinessWords(times).unreachable(topic);
      case TEST -> new TestWords(times).test(topic);
    };
  }

  private AcknowledgementWords acknowledgements() {
    return new AcknowledgementWords(times, linkBase);
  }
}
