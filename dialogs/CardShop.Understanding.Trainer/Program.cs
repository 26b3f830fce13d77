using CardShop.Understanding.Trainer;

switch (args)
{
    case ["train", var corpus, var target]:
        using (var file = File.Create(target))
        {
            var examples = Example.Of(CorpusLine.ReadFolder(corpus));
            Classifier.Train(examples, file);
            StructuredPerceptron.Train(TagExample.Of(examples), file);
        }

        return 0;
    case ["validate", var corpus]:
        Validation.Run(Example.Of(CorpusLine.ReadFolder(corpus)), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("Say 'train CORPUS MODEL' to make the model, or 'validate CORPUS' to try it on each writer without that writer's lines.");
        return 2;
}
