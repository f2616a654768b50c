package eu.mieux.knowledge.webhook;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Who asks a name server that is silent waits for it without holding a connection to the database, which others need. What is
 * found waits until it is its turn: who may not see a webhook, or repeats a call, hears of that first.
 */
@LooksFirst
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // Before the transaction, which Quarkus begins at + 200.
class Looking {

    private final Looked looked;

    Looking(Looked looked) {
        this.looked = looked;
    }

    @AroundInvoke
    @SuppressWarnings("ConstantValue") // What is given is validated only afterwards.
    Object look(InvocationContext call) throws Exception {
        for (Object given : call.getParameters()) {
            if (given instanceof WebhookCommand command && command.url() != null) {
                looked.look(command.url());
            }
        }
        return call.proceed();
    }
}
