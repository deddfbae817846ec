using Lanyard.Decisions.Understanding;
using Lanyard.Domain.Vocabulary;
using Lanyard.Testing;
using Shouldly;

namespace Lanyard.Decisions.Tests;

/// <summary>A proposal says what its sentence says, or there is none.</summary>
public sealed class ProposerTests
{
    private static readonly Proposer Proposer = new(Lexicon.Shipped);

    [Theory]
    [InlineData("It is not prohibited to message parents on Facebook.")]
    [InlineData("Pupils must not be contacted by staff on a personal account.")]
    [InlineData("Safeguarding concerns should not be reported to the headteacher but to the DSL immediately.")]
    [InlineData("Staff should not hesitate to contact parents on Facebook.")]
    [InlineData("Staff will not be disciplined if they follow a pupil by mistake.")]
    [InlineData("Staff must not, unless a parent consents, post photos of pupils.")]
    [InlineData("Staff must not message pupils on WhatsApp unless it is an emergency.")]
    [InlineData("Staff must not follow former pupils under 18.")]
    [InlineData("Staff must not delete a message from a pupil.")]
    [InlineData("Staff must not use mobile phones in classrooms.")]
    [InlineData("Parents are asked not to use their phones in the playground.")]
    [InlineData("Staff must complete social media training as part of their induction week.")]
    [InlineData("Staff should report any online worries as soon as they are noticed.")]
    [InlineData("Staff must not use their own accounts to message pupils, nor may any message be answered, except where the headteacher agreed.")]
    [InlineData("Any message that pupils send to a personal account must be passed to the headteacher at once.")]
    [InlineData("If members of staff take part online for the school, they will always be fair.")]
    [InlineData("You must not disclose confidential information about the school and its plans.")]
    [InlineData("Do not post photographs of pupils.")]
    [InlineData("Say who you work for but make clear that you do not speak for the school.")]
    [InlineData("Staff must not befriend pupils.")]
    [InlineData("Students must not run on site.")]
    [InlineData("Staff must not see pupils off site.")]
    [InlineData("Students must follow staff.")]
    [InlineData("Staff must not share letters with parents on site.")]
    [InlineData("Staff must not post photographs of pupils' work.")]
    [InlineData("Staff must not post photographs of pupils or staff.")]
    [InlineData("Staff must not message pupils for two years after they left.")]
    [InlineData("Staff must not report concerns to the headteacher.")]
    [InlineData("Staff who are contacted by a pupil must tell the headteacher and delete the message.")]
    [InlineData("Not all staff must complete training in safeguarding.")]
    [InlineData("Staff need not complete training in safeguarding.")]
    [InlineData("Staff might message a pupil on a personal account.")]
    [InlineData("It is not true that: Staff must not message pupils.")]
    [InlineData("When using official accounts: Staff must not message pupils.")]
    [InlineData("Parents must not share images of children other than their own on social media.")]
    [InlineData("Advise staff: message pupils.")]
    [InlineData("In this policy, \"pupils\" means staff.")]
    [InlineData("May staff message pupils on a personal account?")]
    [InlineData("Governors, but not staff, must not message pupils.")]
    [InlineData("This policy was reviewed in May and is not reviewed annually.")]
    public void Propose_WhatTheVocabularyCannotSay_IsNoProposal(string sentence) => Proposer.Propose(sentence).ShouldBeEmpty();

    [Theory]
    [InlineData("Staff must not message pupils except through school email.", "Staff must not message pupils unless through school email.")]
    [InlineData("Staff must only contact pupils through approved school systems.", "Staff must not contact pupils unless through approved school systems.")]
    [InlineData("Staff other than the headteacher must not message pupils.", "Staff other than the headteacher must not message pupils.")]
    [InlineData("Volunteers and contractors must not message pupils.", "Volunteers and contractors must not message pupils.")]
    [InlineData("Parents must not contact staff on Facebook.", "Parents must not contact staff on Facebook.")]
    [InlineData("Students must never contact staff on personal accounts.", "Students must not contact staff on a personal account.")]
    [InlineData("No member of staff may message pupils on WhatsApp.", "Staff must not message pupils on WhatsApp.")]
    [InlineData("All members of staff are prohibited from messaging pupils or parents on personal accounts.", "Staff must not message pupils or parents on a personal account.")]
    [InlineData("Staff should not communicate with students on personal social media accounts.", "Staff should not contact students on a personal account.")]
    [InlineData("Staff must not message pupils and parents on Facebook.", "Staff must not message pupils or parents on Facebook.")]
    [InlineData("Staff must never post photographs of pupils on their own accounts.", "Staff must not post content that shows a student on a personal account.")]
    [InlineData("Staff must not use Trust devices to access personal social media accounts.", "Staff must not use social media on a personal account on Trust devices.")]
    [InlineData("Staff must not accept pupils as friends on personal accounts.", "Staff must not accept a connection request from pupils on a personal account.")]
    [InlineData("Staff must not add or accept pupils as friends on personal accounts.", "Staff must not request a connection or accept a connection request from pupils on a personal account.")]
    [InlineData("Staff must not use Facebook to message parents.", "Staff must not message parents on Facebook.")]
    [InlineData("Staff must not use their own accounts to contact pupils or parents.", "Staff must not contact pupils or parents from a personal account.")]
    [InlineData("Staff must not use social networking sites such as Facebook, Instagram or TikTok whilst at school.", "Staff must not use social media while at school.")]
    [InlineData("Staff must not post offensive or defamatory comments about colleagues or the school.", "Staff must not post content that is offensive or defamatory about colleagues or the school.")]
    [InlineData("Staff should never post content which brings the school into disrepute.", "Staff should not post content that brings the organisation into disrepute.")]
    [InlineData("Staff must not befriend pupils on Facebook.", "Staff must not connect with pupils on Facebook.")]
    [InlineData("Staff must not discuss pupils or parents on social media.", "Staff must not communicate content about pupils or parents on social media.")]
    [InlineData("Staff must not use their own mobile phones to contact pupils.", "Staff must not contact pupils from a personal phone.")]
    [InlineData("Staff must not follow pupils on their personal Instagram accounts.", "Staff must not follow pupils on a personal account on Instagram.")]
    [InlineData("Staff must not use social media for personal use during working hours.", "Staff must not use social media during working hours for personal use.")]
    [InlineData("Staff must not set up an official account without the headteacher's approval.", "Staff must not register an official account unless the headteacher has approved it.")]
    [InlineData("Staff are strongly advised not to enter into social networking with former students.", "Staff should not use social media with former students.")]
    [InlineData("Staff: Must not message pupils.", "Staff must not message pupils.")]
    [InlineData("Staff must not: Post photographs of pupils; or", "Staff must not post content that shows a student.")]
    [InlineData("Staff must not: post photographs of pupils;", "Staff must not post content that shows a student.")]
    [InlineData("Staff must not disclose confidential information about pupils.", "Staff must not disclose confidential information about pupils.")]
    [InlineData("Staff must not use personal devices to contact parents.", "Staff must not contact parents from personal devices.")]
    [InlineData("No pupil should message staff.", "Pupils should not message staff.")]
    [InlineData("Staff must not make negative comments about parents on Facebook.", "Staff must not publish content that is negative about parents on Facebook.")]
    public void Propose_PlainConduct_SaysTheSame(string sentence, string statement) => ProposesAndCompiles(sentence, statement);

    [Theory]
    [InlineData("Staff must not post photos of pupils without the headteacher's permission.", "Staff must not post content that shows a student unless the headteacher has approved it.")]
    [InlineData("Staff must not post photos of pupils without written consent from parents and the company.", "Staff must not post content that shows a student unless a parent has consented in writing and the organisation has consented in writing.")]
    [InlineData("Staff must not post images or videos of students without prior written consent from parents/carers and the headteacher.", "Staff must not post content that shows a student unless a parent has consented in writing and the headteacher has consented in writing.")]
    [InlineData("Staff must not share pictures of pupils without parental consent.", "Staff must not share content that shows a student unless the child's parent has consented.")]
    [InlineData("Staff must not accept friend requests from pupils or parents on personal accounts unless the headteacher has agreed in writing.", "Staff must not accept a connection request from pupils or parents on a personal account unless the headteacher has consented in writing.")]
    [InlineData("Staff must not post photographs of pupils on the school's official account without written parental consent.", "Staff must not post content that shows a student on an official account unless a parent has consented in writing.")]
    [InlineData("Staff must only post photographs of pupils with written consent from a parent.", "Staff must not post content that shows a student unless a parent has consented in writing.")]
    public void Propose_Consent_BelongsToWhoGivesIt(string sentence, string statement) => ProposesAndCompiles(sentence, statement);

    [Theory]
    [InlineData("Staff must not post photos of pupils without the consent of parents or a passer-by.")]
    [InlineData("Staff must not post photos of pupils without the consent of the caretaker.")]
    [InlineData("Staff must not post photos of pupils unless the headteacher has refused.")]
    [InlineData("Staff must not post photos of pupils without parental consent and a risk log.")]
    [InlineData("Staff may contact parents on Facebook without the headteacher's permission.")]
    [InlineData("Parents must not post photographs of children on Facebook.")]
    public void Propose_ConsentOfOthers_IsNoProposal(string sentence) => Proposer.Propose(sentence).ShouldBeEmpty();

    [Theory]
    [InlineData("A member of staff who is contacted by a pupil on a personal account must tell the headteacher within 24 hours.", "When a member of staff receives contact from a pupil on a personal account, they must inform the headteacher within 24 hours.")]
    [InlineData("Staff who are contacted by a pupil on a personal account must tell the headteacher within one working day.", "When staff receive contact from a pupil on a personal account, they must inform the headteacher within 1 working day.")]
    [InlineData("If staff receive a message from a pupil on a personal account, they must report it immediately to the designated safeguarding lead (DSL).", "When staff receive a message from a pupil on a personal account, they must report it to the designated safeguarding lead immediately.")]
    [InlineData("The headteacher must inform the LADO within one working day when they receive an allegation about staff.", "When the headteacher receives an allegation about staff, they must inform the LADO within 1 working day.")]
    [InlineData("Staff must report any contact from pupils on personal accounts to the headteacher without delay.", "When staff receive contact from pupils on a personal account, they must report it to the headteacher without delay.")]
    [InlineData("Volunteers must report content that raises a safeguarding concern to the DSL at once.", "When volunteers encounter content that raises a safeguarding concern, they must report it to the DSL immediately.")]
    [InlineData("If a member of staff receives a friend request from a pupil, they must report it to the DSL.", "When a member of staff receives a connection request from a pupil, they must report it to the DSL.")]
    [InlineData("Staff must report concerns about the headteacher to the chair of governors.", "When staff have a concern about the headteacher, they must report it to the chair of governors.")]
    [InlineData("Staff must report any allegation against staff to the headteacher immediately.", "When staff receive an allegation about staff, they must report it to the headteacher immediately.")]
    public void Propose_Duty_KeepsItsSubjectRecipientAndDeadline(string sentence, string statement) => ProposesAndCompiles(sentence, statement);

    [Theory]
    [InlineData("This policy will be reviewed annually by the governing body.", "This policy is reviewed every 1 year by the governing body.")]
    [InlineData("This policy is reviewed every two years.", "This policy is reviewed every 2 years.")]
    [InlineData("This policy will be reviewed by the senior leadership team every year in consultation with governors, staff and parents/carers.", "This policy is reviewed every 1 year by the senior leadership team, consulting governors, staff and parents.")]
    [InlineData("This policy applies to all staff, governors and volunteers.", "This policy applies to staff, governors and volunteers.")]
    [InlineData("All staff will receive safeguarding and Prevent training annually.", "Staff must complete training in safeguarding and Prevent every 1 year.")]
    [InlineData("All staff must receive annual safeguarding training.", "Staff must complete training in safeguarding every 1 year.")]
    [InlineData("Staff will have received appropriate Prevent training to understand what the law asks of them.", "Staff must complete training in Prevent.")]
    [InlineData("All partners are required to co-operate and comply with the requirements of this policy.", "Partners must follow this policy.")]
    [InlineData("Staff will have received PREVENT training.", "Staff must complete training in PREVENT.")]
    [InlineData("Pupils will be taught about online safety.", "Pupils are taught online safety.")]
    [InlineData("Breaches of this policy by staff may result in disciplinary action, including dismissal.", "A breach by staff may lead to disciplinary action, up to dismissal.")]
    [InlineData("The school reserves the right to monitor use of its systems.", "The school may monitor use of its systems.")]
    public void Propose_WhatIsNoConduct_SaysTheSame(string sentence, string statement) => ProposesAndCompiles(sentence, statement);

    [Fact]
    public void Propose_WithTheNameOfTheOrganisation_KnowsIt() =>
        new Proposer(Lexicon.Shipped, "Ashfield \"Hill\" School").Propose("Staff must not post negative comments about the Ashfield \"Hill\" School.").ShouldBeEmpty();

    [Fact]
    public void Propose_AboutTheNamedOrganisation_KeepsItsName() =>
        new Proposer(Lexicon.Shipped, "Ashfield Hill School").Propose("Staff must not post negative comments about Ashfield Hill School.")
            .ShouldBe(["Staff must not post content that is negative about Ashfield Hill School."]);

    [Fact]
    public void Propose_TwoRulesInOneSentence_IsTwoStatementsOrNone()
    {
        Proposer.Propose("Staff must maintain professional boundaries online and must not add or accept current students as \"friends\" on personal accounts.")
            .ShouldBe(["Staff must not cross a professional boundary.", "Staff must not request a connection or accept a connection request from students on a personal account."]);
        Proposer.Propose("Staff must be kind and must not message pupils.").ShouldBeEmpty();
        Proposer.Propose("Staff must not message pupils and must not follow them unless the headteacher has approved it.").ShouldBeEmpty();
        Proposer.Propose("Staff must not message pupils and must not follow pupils unless the headteacher has approved it.").ShouldBeEmpty();
    }

    [Fact]
    public void Propose_ForAnyWords_CompilesOrIsNoProposal()
    {
        string[] words = ["staff", "pupils", "must", "not", "never", "should", "may", "only", "message", "post", "photos", "of", "on", "Facebook", "their", "own", "accounts", "unless", "without", "consent", "and", "or", "who", "report", "to", "the", "headteacher", "immediately", ",", "use", "accept", "as", "friends"];
        var random = new Random(31);
        for (var count = 0; count < 150; count++)
        {
            var sentence = "Staff must " + string.Join(' ', Enumerable.Range(0, random.Next(2, 30)).Select(_ => words[random.Next(words.Length)])) + ".";
            foreach (var statement in Proposer.Propose(sentence))
            {
                SamplePolicy.Compile(SamplePolicy.Text(statement)).Policy.ShouldNotBeNull(sentence);
            }
        }
    }

    private static void ProposesAndCompiles(string sentence, string statement)
    {
        Proposer.Propose(sentence).ShouldBe([statement]);
        SamplePolicy.Compile(SamplePolicy.Text(statement)).Policy.ShouldNotBeNull();
    }
}
