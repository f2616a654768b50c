package eu.mieux.gateway;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service that can be given up at any time, as the proxy does when its client has left. Vert.x closes the
 * connection of a request that is reset, also when the answer is complete and the connection serves someone else's request
 * already (eclipse-vertx/vert.x, issue 6294). So what has arrived of an answer is let through first, and an answer that is
 * complete then leaves nothing to give up.
 */
final class Revocable implements InvocationHandler {

    private final HttpClientRequest request;
    private final Context context;
    private @Nullable HttpClientResponse answer;
    private boolean answered;
    private boolean revoked;

    private Revocable(HttpClientRequest request, Context context) {
        this.request = request;
        this.context = context;
        request.response().onSuccess(response -> {
            answer = response;
            response.end().onSuccess(end -> answered = true);
        });
    }

    /** @param context of the client's connection, on which all that concerns the request happens */
    static HttpClientRequest of(HttpClientRequest request, Context context) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                new Revocable(request, context));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("reset")) {
            return revoke();
        }
        try {
            Object result = method.invoke(request, arguments);
            return result instanceof HttpClientRequest ? proxy : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean revoke() {
        boolean first = !revoked;
        revoked = true;
        if (first) {
            giveUp(answer);
        }
        return first;
    }

    private void giveUp(@Nullable HttpClientResponse arriving) {
        if (arriving == null) {
            request.reset();
            return;
        }
        if (answered) {
            return;
        }
        arriving.handler(ignored -> {}).resume();
        context.runOnContext(arrived -> {
            if (!answered) {
                request.reset();
            }
        });
    }
}
