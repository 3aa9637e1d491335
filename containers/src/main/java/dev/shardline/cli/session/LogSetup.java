package dev.shardline.cli.session;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.shardline.cli.session.CommonOptions.LogFormat;
import org.slf4j.LoggerFactory;

/// Where log lines go and how they look: standard error, as text or as one JSON object a line.
/// Found by the logging library itself at its first use, so that nothing is read from files; a
/// command then applies its options.
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String OURS = "dev.shardline";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    apply(context, LogFormat.TEXT, Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Applies a command's options.
  static void apply(CommonOptions options) {
    Level level = options.debug ? Level.DEBUG : options.quiet ? Level.WARN : Level.INFO;
    apply((LoggerContext) LoggerFactory.getILoggerFactory(), options.logFormat, level);
  }

  private static void apply(LoggerContext context, LogFormat format, Level level) {
    context.reset();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context, format));
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger(OURS).setLevel(level);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
    return switch (format) {
      case TEXT -> {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss} %-5level %msg%n%nopex");
        encoder.start();
        yield encoder;
      }
      case JSON -> jsonEncoder(context);
    };
  }

  /// Whole messages, and what a reader would look for in pairs of their own.
  private static Encoder<ILoggingEvent> jsonEncoder(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.setWithContext(false);
    encoder.setWithMDC(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.start();
    return encoder;
  }
}
