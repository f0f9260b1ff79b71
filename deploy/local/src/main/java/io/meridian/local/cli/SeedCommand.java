package io.meridian.local.cli;

import io.meridian.local.seed.Seed;
import io.meridian.local.seed.World;
import io.meridian.local.stack.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

@Command(
    name = "seed",
    mixinStandardHelpOptions = true,
    description = {
      "Fills a house with the demo world: regions, TAMs, customers, open escalations.",
      "What is there already stays as it is. Needs the key that signs the house's tokens."
    })
final class SeedCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private HouseOption house = new HouseOption();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    DataFolder folder = house.folder();
    if (Seed.isDone(folder)) {
      out.println("The demo world is there already.");
      return 0;
    }
    new Seed(World.ofTheHouse(), house.door(), house.tokens()).run(folder);
    out.println("The demo world is there: 3 regions, 12 TAMs, 10 customers, open escalations.");
    return 0;
  }
}
