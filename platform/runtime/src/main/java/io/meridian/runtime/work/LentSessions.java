package io.meridian.runtime.work;

import io.quarkus.arc.ClientProxy;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.hibernate.engine.creation.internal.SessionBuilderImpl;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.internal.SessionImpl;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionFactoryImpl;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.impl.ReactiveSessionImpl;

/** Opens sessions on connections that are already open, as Hibernate Reactive does on its own. */
@Singleton
class LentSessions {
  private final Mutiny.SessionFactory sessions;

  LentSessions(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** A session that writes at the latest when its unit of work commits. */
  LentSession writing(SqlConnection connection) {
    SessionFactoryImpl core = (SessionFactoryImpl) sessions.getCache().getSessionFactory();
    ReactiveSessionImpl inside =
        new ReactiveSessionImpl(
            core,
            new SessionBuilderImpl(core) {
              @Override
              protected SessionImpl createSession() {
                return new SessionImpl(core, this);
              }
            },
            new LentConnection(connection.getDelegate(), core.getJdbcServices()).connection());
    return new LentSession(
        new MutinySessionImpl(inside, (MutinySessionFactoryImpl) ClientProxy.unwrap(sessions)),
        inside);
  }

  /** A session whose entities are only read: what the work changes is not saved. */
  LentSession reading(SqlConnection connection) {
    LentSession lent = writing(connection);
    lent.session().setDefaultReadOnly(true);
    return lent;
  }
}
