package dev.shardline.pipeline.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.pipeline.CachePolicy;
import dev.shardline.pipeline.PropertyFile;
import dev.shardline.pipeline.RetryPolicy;
import dev.shardline.pipeline.RetryPolicy.Limit;
import dev.shardline.pipeline.RetryPolicy.StepException;
import dev.shardline.pipeline.ServiceNamed;
import java.util.ArrayList;
import java.util.List;

/// What stands beside a step's arguments: cache, retries, property files.
final class StepPolicies {
  private StepPolicies() {}

  static void write(ObjectNode step, CachePolicy cache, List<RetryPolicy> retries) {
    if (!retries.isEmpty()) {
      ArrayNode list = step.putArray("RetryPolicies");
      retries.forEach(retry -> write(list.addObject(), retry));
    }
    if (!cache.equals(CachePolicy.OFF)) {
      ObjectNode json = step.putObject("CacheConfig").put("Enabled", cache.enabled());
      if (!cache.expireAfter().isEmpty()) {
        json.put("ExpireAfter", cache.expireAfter());
      }
    }
  }

  private static void write(ObjectNode json, RetryPolicy retry) {
    ArrayNode exceptions = json.putArray("ExceptionType");
    retry.exceptions().forEach(exception -> exceptions.add(exception.serviceName()));
    json.put("IntervalSeconds", retry.intervalSeconds()).put("BackoffRate", retry.backoffRate());
    switch (retry.limit()) {
      case Limit.Attempts(int count) -> json.put("MaxAttempts", count);
      case Limit.Minutes(int count) -> json.put("ExpireAfterMin", count);
    }
  }

  static void writeFiles(ObjectNode step, List<PropertyFile> files) {
    if (!files.isEmpty()) {
      ArrayNode list = step.putArray("PropertyFiles");
      for (PropertyFile file : files) {
        list.addObject()
            .put("PropertyFileName", file.name())
            .put("OutputName", file.output())
            .put("FilePath", file.path());
      }
    }
  }

  static CachePolicy readCache(Fields step) {
    if (!step.has("CacheConfig")) {
      return CachePolicy.OFF;
    }
    Fields cache = step.object("CacheConfig");
    CachePolicy policy = new CachePolicy(cache.flag("Enabled"), cache.textOr("ExpireAfter", ""));
    cache.end();
    return policy;
  }

  static List<RetryPolicy> readRetries(Fields step) {
    return step.list("RetryPolicies", StepPolicies::readRetry);
  }

  private static RetryPolicy readRetry(Fields retry) {
    List<StepException> exceptions = new ArrayList<>();
    for (String name : retry.texts("ExceptionType")) {
      exceptions.add(
          retry.checked("ExceptionType", () -> ServiceNamed.find(StepException.class, name)));
    }
    if (retry.has("MaxAttempts") == retry.has("ExpireAfterMin")) {
      throw retry.wrong(
          "MaxAttempts", "either MaxAttempts or ExpireAfterMin", "both or neither of them");
    }
    Limit limit =
        retry.has("MaxAttempts")
            ? new Limit.Attempts(retry.whole("MaxAttempts"))
            : new Limit.Minutes(retry.whole("ExpireAfterMin"));
    return retry.checked(
        "ExceptionType",
        () ->
            new RetryPolicy(
                exceptions, retry.whole("IntervalSeconds"), retry.decimal("BackoffRate"), limit));
  }

  static List<PropertyFile> readFiles(Fields step) {
    return step.list(
        "PropertyFiles",
        file ->
            new PropertyFile(
                file.text("PropertyFileName"), file.text("OutputName"), file.text("FilePath")));
  }
}
