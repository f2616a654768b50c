package eu.mieux.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events on its way back. It can be ended in between, with its last chunk: its client would take a broken connection
 * for a failure. An event that is cut in two is none to those who follow the standard, and they ask for it again.
 */
final class EndlessAnswer implements ProxyInterceptor {

    private final Followers followers;
    private final Runnable giveUp;
    private final Context context = Vertx.currentContext();
    private @Nullable EndableStream stream;

    /** @param giveUp tells the service that nobody hears it any more; without effect when it has ended */
    EndlessAnswer(Followers followers, Runnable giveUp) {
        this.followers = followers;
        this.giveUp = giveUp;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext passing) {
        ProxyResponse answer = passing.response();
        Body body = answer.getBody();
        if (body == null || body.length() >= 0) {
            // A refusal, which ends by itself.
            return passing.sendResponse();
        }
        stream = new EndableStream(body.stream());
        answer.setBody(Body.body(stream));
        followers.add(this);
        return passing.sendResponse().onComplete(over -> followers.remove(this));
    }

    /** From any thread. */
    void end() {
        context.runOnContext(now -> {
            if (stream != null && stream.end()) {
                giveUp.run();
            }
        });
    }
}
